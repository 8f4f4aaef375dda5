// Shows how far a long work has come, every second, and the page anew once it has ended. Without this script the page
// says the same and has a link to refresh it.
'use strict';

(() => {
  const EVERY = 1_000;
  const place = document.querySelector('[data-progress]');
  if (!place) {
    return;
  }
  const bar = place.querySelector('progress');
  const rows = place.querySelector('[data-rows]');

  async function ask() {
    try {
      const answer = await fetch(place.dataset.progress, {
        cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(5_000),
      });
      if (!answer.ok) {
        throw new Error('the portal answered ' + answer.status);
      }
      const work = await answer.json();
      if (!work.running || work.state !== place.dataset.state) {
        location.reload();
        return;
      }
      bar.value = work.percentRead;
      rows.textContent = rows.dataset.rows.replace('{0}', work.rowsRead).replace('{1}', work.percentRead);
    } catch {
      // The portal is away for a moment, or the session is over: the link to refresh stays.
    }
    setTimeout(ask, EVERY);
  }

  setTimeout(ask, EVERY);
})();
