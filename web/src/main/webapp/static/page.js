// What every page can use: hours in the zone of the post, and a menu that closes by Escape or a click elsewhere.
'use strict';

(() => {
  const hour = new Intl.DateTimeFormat('fr', {hour: '2-digit', minute: '2-digit'});

  // The server writes the hours of Paris; call centres overseas live by their own.
  function tellHours() {
    for (const sentence of document.querySelectorAll('[data-hour]')) {
      if (sentence.dataset.hour) {
        sentence.textContent = sentence.dataset.text.replace('{0}', hour.format(new Date(sentence.dataset.hour)));
      }
    }
  }

  tellHours();
  document.addEventListener('portail:fresh', tellHours);

  for (const menu of document.querySelectorAll('[data-menu]')) {
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && menu.open) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    });
    document.addEventListener('click', (event) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
    menu.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
        menu.open = false;
      }
    });
  }
})();
