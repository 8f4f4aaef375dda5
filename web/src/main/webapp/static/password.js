// The meter beside a new password: the server judges, for it knows the person's names and the service.
'use strict';

(() => {
  const PAUSE = 300;
  const field = document.querySelector('[data-strength]');
  if (!field) {
    return;
  }
  const meter = document.getElementById('meter');
  const words = document.getElementById('strength');
  let waiting;

  async function judge() {
    if (field.value === '') {
      meter.value = 0;
      words.textContent = '';
      return;
    }
    const typed = field.value;
    try {
      const answer = await fetch('/password/strength', {
        method: 'POST',
        headers: {'Content-Type': 'application/x-www-form-urlencoded'},
        body: new URLSearchParams({password: typed}),
      });
      if (answer.ok && typed === field.value) {
        const strength = await answer.json();
        meter.value = strength.good ? Math.max(3, strength.score) : Math.min(2, strength.score);
        words.textContent = strength.words;
      }
    } catch {
      words.textContent = '';
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(judge, PAUSE);
  });
})();
