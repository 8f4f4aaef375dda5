// Keeps the bandeau alive: the clock, the line to the portal, and the messages that come down that line. Nothing here
// moves the page by itself: whoever is speaking to a caller decides when to leave it.
'use strict';

(() => {
  const RETRY = 3_000;
  const ENDED_BY = {PROVIDER_LOGOUT: 'sessionEndedByProvider', SUPERVISOR: 'sessionEndedBySupervisor', CHANGE_UNDONE: 'sessionEndedByUndoing'};
  const notices = document.querySelector('[data-notices]');
  const none = document.querySelector('[data-no-notice]');
  const line = document.querySelector('[data-line]');
  const clock = document.querySelector('[data-now]');
  const hour = new Intl.DateTimeFormat('fr', {hour: '2-digit', minute: '2-digit'});
  let over = false;

  function tick() {
    const now = new Date();
    clock.textContent = hour.format(now);
    setTimeout(tick, 1000 - now.getMilliseconds());
  }

  function add(kind, words, at, action, address) {
    const note = document.createElement('p');
    const time = document.createElement('time');
    const text = document.createElement('span');
    const link = document.createElement('a');
    note.className = 'note ' + kind;
    time.dateTime = at.toISOString();
    time.textContent = hour.format(at);
    text.className = 'strong';
    text.textContent = words;
    link.className = 'button main';
    link.href = address;
    link.textContent = action;
    note.append(time, text, link);
    notices.prepend(note);
    none.hidden = true;
  }

  function phoneGone(text, by, at) {
    const words = notices.dataset;
    const phone = document.querySelector('[data-phone]');
    phone.dataset.phone = 'NONE';
    phone.querySelector('[data-phone-number]')?.remove();
    phone.querySelector('[data-phone-state]').textContent = words.phoneNone;
    document.querySelector('main > .note.good')?.remove();
    add('warn', text.replace('{0}', by), at, words.phoneTakenOverAction, '/phone.xhtml?change=1');
  }

  function sessionEnded(at, reason) {
    if (!over) {
      const said = notices.dataset[ENDED_BY[reason] ?? 'sessionEnded'];
      over = true;
      lineIs(true);
      add('bad', said, at, notices.dataset.sessionEndedAction, '/login.xhtml');
    }
  }

  function lineIs(up) {
    if (up === !line.classList.contains('off')) {
      return;
    }
    line.classList.toggle('off', !up);
    line.textContent = up ? '' : line.dataset.off + '. ' + line.dataset.offHint;
  }

  // The stream does not say why it was refused; a page that only agents see does: it leads elsewhere when the session
  // is over.
  async function isOver() {
    try {
      const answer = await fetch(location.pathname, {method: 'HEAD', redirect: 'manual', cache: 'no-store'});
      return answer.type === 'opaqueredirect';
    } catch {
      return false;
    }
  }

  function listen() {
    const stream = new EventSource('/bandeau/events');
    stream.onopen = () => lineIs(true);
    stream.addEventListener('notice', (event) => {
      const notice = JSON.parse(event.data);
      const at = new Date(notice.at);
      if (notice.kind === 'PHONE_TAKEN_OVER') {
        phoneGone(notices.dataset.phoneTakenOver, notice.detail, at);
      } else if (notice.kind === 'PHONE_FREED') {
        phoneGone(notices.dataset.phoneFreed, notice.detail, at);
      } else if (notice.kind === 'NEW_POST') {
        const words = notices.dataset;
        add('warn', words.newPost.replace('{0}', notice.detail), at, words.newPostAction, '/connections.xhtml');
      } else if (notice.kind === 'EMERGENCY_OPENED') {
        const words = notices.dataset;
        add('warn', words.emergencyOpened.replace('{0}', notice.detail), at, words.emergencyOpenedAction,
            '/administration/emergency.xhtml');
      } else if (notice.kind === 'SESSION_ENDED') {
        sessionEnded(at, notice.detail);
        stream.close();
      }
    });
    stream.onerror = async () => {
      if (over) {
        return;
      }
      if (stream.readyState === EventSource.CLOSED) {
        if (await isOver()) {
          sessionEnded(new Date());
        } else {
          lineIs(false);
          setTimeout(listen, RETRY);
        }
      } else {
        lineIs(false);
      }
    };
  }

  tick();
  listen();
})();
