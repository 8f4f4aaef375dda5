// Keeps the board true: the portal says that something has changed, and the page asks for itself again. Nothing moves
// under the hand of whoever is about to confirm a deed.
'use strict';

(() => {
  const RETRY = 3_000;
  const ANYWAY = 30_000; // the live states of the ways in change without a word
  const board = document.querySelector('[data-board]');
  const line = document.querySelector('[data-line]');
  let late = false;
  if (!board) {
    return;
  }

  function isBusy() {
    return board.querySelector('details[open]') !== null;
  }

  async function refresh() {
    if (isBusy()) {
      late = true;
      return;
    }
    late = false;
    try {
      const answer = await fetch(board.dataset.page, {cache: 'no-store', redirect: 'manual'});
      if (answer.type === 'opaqueredirect' || answer.status === 403) {
        location.assign(board.dataset.page); // the session or the role is gone: the portal says so itself
        return;
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-board]');
      if (answer.ok && fresh && !isBusy()) {
        const focused = board.contains(document.activeElement) ? document.activeElement.id : '';
        board.replaceChildren(...fresh.childNodes);
        document.dispatchEvent(new Event('portail:fresh'));
        if (focused) {
          document.getElementById(focused)?.focus();
        }
      }
    } catch {
      lineIs(false);
    }
  }

  function lineIs(up) {
    line.classList.toggle('off', !up);
    line.textContent = up ? '' : line.dataset.off;
  }

  function listen() {
    const stream = new EventSource(board.dataset.board);
    stream.onopen = () => lineIs(true);
    stream.addEventListener('change', refresh);
    stream.onerror = () => {
      lineIs(false);
      if (stream.readyState === EventSource.CLOSED) {
        refresh();
        setTimeout(listen, RETRY);
      }
    };
  }

  board.addEventListener('toggle', () => {
    if (late) {
      refresh();
    }
  }, true);
  setInterval(refresh, ANYWAY);
  listen();
})();
