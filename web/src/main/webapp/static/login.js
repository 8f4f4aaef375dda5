// Renews the live state of each way to come in, every ten seconds while the page is seen. The page can stay open all
// night: nothing in it expires, and a portal that is away is said to be away until it is back.
'use strict';

(() => {
  const EVERY = 10_000;
  const hour = new Intl.DateTimeFormat('fr', {hour: '2-digit', minute: '2-digit'});
  const ways = document.querySelectorAll('[data-way]');

  function show(way, state, since) {
    if (way.dataset.state !== state) {
      way.dataset.state = state;
    }
    if (since) {
      const said = hour.format(new Date(since));
      for (const sentence of way.querySelectorAll('[data-text]')) {
        sentence.textContent = sentence.dataset.text.replace('{0}', said);
      }
    }
  }

  async function ask() {
    try {
      const answer = await fetch('/login/state', {cache: 'no-store', signal: AbortSignal.timeout(EVERY - 1000)});
      if (!answer.ok) {
        throw new Error('the portal answered ' + answer.status);
      }
      const states = await answer.json();
      ways.forEach((way) => {
        const {state, since} = states[way.dataset.way] ?? {state: 'UNAVAILABLE'}; // switched off while the page was open
        show(way, state, since);
      });
    } catch {
      ways.forEach((way) => show(way, 'UNREACHABLE'));
    }
  }

  setInterval(() => {
    if (!document.hidden) {
      ask();
    }
  }, EVERY);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      ask();
    }
  });
})();
