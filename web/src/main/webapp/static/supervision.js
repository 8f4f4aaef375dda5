// Keeps the board true: the portal says that something has changed, and the page asks for itself again. Nothing moves
// under the hand of whoever is about to confirm a deed, and nothing that has stayed the same is drawn again.
'use strict';

(() => {
  const RETRY = 3_000;
  const ANYWAY = 30_000; // the live states of the ways in change without a word
  const board = document.querySelector('[data-board]');
  const line = document.querySelector('[data-line]');
  const shown = new Map();
  let late = false;
  if (!board) {
    return;
  }

  function isBusy(part) {
    return part.querySelector('details[open]') !== null;
  }

  function renew(part, fresh) {
    if (!fresh || shown.get(part.id) === fresh.innerHTML) {
      return;
    }
    if (isBusy(part)) {
      late = true;
      return;
    }
    const focused = part.contains(document.activeElement) ? document.activeElement.id : '';
    shown.set(part.id, fresh.innerHTML);
    part.replaceChildren(...fresh.childNodes);
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  }

  async function refresh() {
    late = false;
    try {
      const answer = await fetch(board.dataset.page, {cache: 'no-store', redirect: 'manual'});
      if (answer.type === 'opaqueredirect' || answer.status === 403) {
        location.assign(board.dataset.page); // the session or the role is gone: the portal says so itself
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (answer.ok && page.querySelector('[data-board]')) {
        board.querySelectorAll('[data-fresh]').forEach((part) => renew(part, page.getElementById(part.id)));
        document.dispatchEvent(new Event('portail:fresh'));
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
