// Shows the card by fetch on the click, and only then, so that nobody meets the browser's own error page. The answer is
// a ticket, handed to the portal by a form, or a refusal, explained by a page of the portal. Without this script the
// same form goes the same way by redirects.
'use strict';

(() => {
  const REFUSED = '/card-refused.xhtml';
  const JSON_ONLY = {Accept: 'application/json'};
  const form = document.querySelector('[data-card-form]');
  const progress = document.querySelector('[data-card-progress]');
  const cancel = document.querySelector('[data-card-cancel]');
  const say = document.querySelector('[data-card-say]');
  const DOUBLE_CLICK = 600;
  let attempt = null;
  let begun = 0;

  class PortalUnreachable extends Error {}

  async function askPortal(path, signal) {
    let answer;
    try {
      answer = await fetch(path, {method: 'POST', headers: JSON_ONLY, signal});
    } catch (cause) {
      throw cause.name === 'AbortError' ? cause : new PortalUnreachable();
    }
    if (!answer.ok) {
      throw new PortalUnreachable();
    }
    return answer.json();
  }

  // Never a time-out here: the call waits as long as the browser's PIN window is open.
  async function showCard({url, nonce}, signal) {
    const answer = await fetch(url, {
      method: 'POST',
      credentials: 'include',
      headers: JSON_ONLY,
      body: new URLSearchParams({nonce}),
      signal,
    });
    if (!answer.ok) {
      throw new TypeError('the card endpoint answered ' + answer.status);
    }
    return answer.json();
  }

  function redeem(ticket) {
    const way = document.createElement('form');
    const field = document.createElement('input');
    way.method = 'post';
    way.action = '/card/login';
    way.hidden = true;
    field.type = 'hidden';
    field.name = 'ticket';
    field.value = ticket;
    way.append(field);
    document.body.append(way);
    way.submit();
  }

  function refusedPage(notice, code) {
    const query = new URLSearchParams();
    if (notice) {
      query.set('notice', notice);
    }
    if (code) {
      query.set('code', code);
    }
    return query.size ? REFUSED + '?' + query : REFUSED;
  }

  // A broken call tells a page nothing; the portal knows what its card endpoint saw.
  async function explainBrokenCall(signal) {
    const outcome = await askPortal('/card/outcome', signal);
    location.assign(outcome.seen ? REFUSED : refusedPage('CONNECTION_CUT', outcome.code));
  }

  async function logIn(signal) {
    const start = await askPortal('/card/attempt', signal);
    let answer;
    try {
      answer = await showCard(start, signal);
    } catch (cause) {
      if (cause.name === 'AbortError') {
        throw cause;
      }
      await explainBrokenCall(signal);
      return;
    }
    if (answer.ticket) {
      say.textContent = say.dataset.opening;
      redeem(answer.ticket);
    } else {
      location.assign(refusedPage(answer.refusal === 'STALE_ATTEMPT' ? 'STALE_ATTEMPT' : null));
    }
  }

  function begin() {
    attempt = new AbortController();
    begun = performance.now();
    form.hidden = true;
    progress.hidden = false;
    say.classList.remove('bad');
    say.classList.add('busy');
    say.textContent = say.dataset.present;
    cancel.focus();
    return attempt.signal;
  }

  function restore(words) {
    attempt = null;
    progress.hidden = true;
    form.hidden = false;
    say.classList.remove('busy');
    say.textContent = words;
    say.classList.toggle('bad', words !== '');
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (attempt) {
      return;
    }
    const signal = begin();
    try {
      await logIn(signal);
    } catch (cause) {
      restore(cause instanceof PortalUnreachable ? say.dataset.unreachable : '');
      form.querySelector('button').focus();
    }
  });

  // The second half of a double click on « CPX » may land here: it cancels nothing.
  cancel.addEventListener('click', (event) => {
    if (event.detail === 0 || performance.now() - begun > DOUBLE_CLICK) {
      attempt?.abort();
    }
  });

  // « Back » may bring this page from the browser's memory with an attempt that is long over.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      attempt?.abort();
      restore('');
    }
  });
})();
