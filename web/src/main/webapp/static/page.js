// What every page can use: hours in the zone of the post, and a menu that closes by Escape or a click elsewhere.
'use strict';

(() => {
  const hour = new Intl.DateTimeFormat('fr', {hour: '2-digit', minute: '2-digit'});
  const second = new Intl.DateTimeFormat('fr', {hour: '2-digit', minute: '2-digit', second: '2-digit'});
  const day = new Intl.DateTimeFormat('fr', {day: '2-digit', month: '2-digit', year: 'numeric'});
  const kinds = {
    hour: (at) => hour.format(at),
    moment: (at) => day.format(at) + ' ' + hour.format(at),
    second: (at) => day.format(at) + ' ' + second.format(at),
  };

  // The server writes the hours of Paris; call centres overseas live by their own.
  function tellHours() {
    for (const [kind, tell] of Object.entries(kinds)) {
      for (const sentence of document.querySelectorAll('[data-' + kind + ']')) {
        const at = sentence.dataset[kind];
        if (at) {
          sentence.textContent = (sentence.dataset.text ?? '{0}').replace('{0}', tell(new Date(at)));
        }
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
