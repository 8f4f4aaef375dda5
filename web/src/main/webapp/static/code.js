// Pages that await a code: the time left, the moment from which it can be sent again, and a second look at a message
// that was still on its way.
'use strict';

(() => {
  const SECOND = 1000;

  function left(until) {
    const seconds = Math.max(0, Math.ceil((new Date(until) - Date.now()) / SECOND));
    return Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
  }

  function renew() {
    for (const sentence of document.querySelectorAll('[data-until]')) {
      if (sentence.dataset.until) {
        sentence.textContent = sentence.dataset.text.replace('{0}', left(sentence.dataset.until));
      }
    }
    for (const button of document.querySelectorAll('[data-from]')) {
      button.disabled = Boolean(button.dataset.from) && new Date(button.dataset.from) > Date.now();
    }
  }

  renew();
  setInterval(renew, SECOND);

  if (document.querySelector('[data-on-its-way="true"]')) {
    setTimeout(() => {
      const code = document.getElementById('code');
      if (!code || code.value === '') {
        location.replace(location.pathname);
      }
    }, 2 * SECOND);
  }
})();
