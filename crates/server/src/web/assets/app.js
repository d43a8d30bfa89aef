/* Comfort only: every page is complete without this file. It brings no words of its own. */
(() => {
  'use strict';
  const body = document.body;
  const errors = document.getElementById('errors');
  if (errors) errors.focus();

  /* A document stands open beside its form; on a phone, a way to its words unfolds it. */
  const original = document.querySelector('.original');
  const unfold = () => {
    const words = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!original || !words || !original.contains(words) || original.open) return;
    original.open = true;
    words.scrollIntoView();
  };
  if (original) original.open = matchMedia('(min-width: 64rem)').matches;
  addEventListener('hashchange', unfold);
  unfold();

  /* Storage may be closed to us (private windows, full disks): then nothing is kept. */
  const attempt = (act) => { try { return act(); } catch { return null; } };
  const ours = `nhap:${body.dataset.account || ''}:`;
  const oldest = Date.now() - 30 * 24 * 3600 * 1000;

  /* An answer that says “saved” lets the draft go; any other answer leaves it. */
  attempt(() => {
    const sent = sessionStorage.getItem('da-gui');
    sessionStorage.removeItem('da-gui');
    if (sent && 'saved' in body.dataset) localStorage.removeItem(sent);
  });

  /* Secrets, files and hidden values are never kept. */
  const kept = (form) => [...form.elements].filter((field) =>
    field.name && !/^(hidden|password|file|submit|button|fieldset)$/.test(field.type));
  const ticks = (field) => field.type === 'checkbox' || field.type === 'radio';
  const typed = (form) => kept(form).filter((field) => !ticks(field) || field.checked)
    .map((field) => [field.name, field.value]);
  const fill = (form, pairs) => {
    const rest = [...pairs];
    for (const field of kept(form)) {
      const found = rest.findIndex(([name, value]) =>
        name === field.name && (!ticks(field) || value === field.value));
      if (ticks(field)) field.checked = found >= 0;
      else if (found >= 0) field.value = rest[found][1];
      if (found >= 0) rest.splice(found, 1);
    }
  };

  let unsent = false;
  for (const form of document.querySelectorAll('form[data-draft]')) {
    const place = new URL(form.getAttribute('action') || location.pathname, location.href);
    const key = ours + place.pathname;
    const opened = JSON.stringify(typed(form));
    const draft = attempt(() => JSON.parse(localStorage.getItem(key)));
    if (errors) unsent = true;

    let timer = 0;
    const keep = () => {
      clearTimeout(timer);
      const pairs = typed(form);
      attempt(() => localStorage.setItem(key, JSON.stringify({ at: Date.now(), pairs })));
    };
    form.addEventListener('input', () => {
      unsent = true;
      clearTimeout(timer);
      timer = setTimeout(keep, 400);
    });
    form.addEventListener('submit', () => {
      keep();
      attempt(() => sessionStorage.setItem('da-gui', key));
    });

    /* A page with errors holds all that was typed already. */
    const offer = form.querySelector('.draft');
    if (!draft || !offer || errors || JSON.stringify(draft.pairs) === opened) continue;
    offer.querySelector('time').textContent = new Date(draft.at)
      .toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Ho_Chi_Minh' });
    offer.hidden = false;
    const close = () => {
      offer.hidden = true;
      const first = kept(form)[0];
      if (first) first.focus();
    };
    offer.querySelector('[data-restore]').addEventListener('click', () => {
      fill(form, draft.pairs);
      unsent = true;
      close();
    });
    offer.querySelector('[data-drop]').addEventListener('click', () => {
      attempt(() => localStorage.removeItem(key));
      close();
    });
  }

  /* A grid is walked like a spreadsheet; the line below names the cell and leads to its page. */
  for (const form of document.querySelectorAll('form.grid')) {
    const [line, numbers] = [form.querySelector('.here'), document.getElementById('numbers')];
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1],
      ArrowRight: [0, 1] };
    const next = (cell, [down, right]) => {
      let [row, column, found] = [cell.parentElement, cell.cellIndex, null];
      while (row && !found) {
        if (down) row = down > 0 ? row.nextElementSibling : row.previousElementSibling;
        else column += right;
        if (!row || !row.cells[column]) return null;
        found = row.cells[column].querySelector('input');
      }
      return found;
    };
    const atEnd = (input, right) => {
      const [from, to, end] = [input.selectionStart, input.selectionEnd, input.value.length];
      return (from === 0 && to === end) || (from === to && from === (right < 0 ? 0 : end));
    };
    form.addEventListener('keydown', (event) => {
      const [input, step] = [event.target, steps[event.key]];
      const cell = input.closest('td');
      if (!step || !cell || input.type !== 'text') return;
      if (event.key === 'Enter' && event.ctrlKey) { form.requestSubmit(); return; }
      if (step[1] && !atEnd(input, step[1])) return;
      event.preventDefault();
      const to = next(cell, step);
      if (to) { to.focus(); to.select(); }
    });
    form.addEventListener('input', () => { unsent = true; });
    if (line) form.addEventListener('focusin', (event) => {
      const cell = event.target.closest('td');
      if (!cell || !numbers || !event.target.name) return;
      const [unit, indicator] = event.target.name.split('/');
      const name = numbers.children[cell.cellIndex - 1].textContent;
      line.firstElementChild.textContent = `${cell.parentElement.cells[0].textContent} – ${name}`;
      const place = new URL(form.action);
      place.pathname = `/tieu-chi/${unit}/${indicator}`;
      line.lastElementChild.href = `${place.href}#lich-su`;
      line.hidden = false;
    });
  }

  /* Drafts that nobody came back for, and, at sign-out, all of this account: machines are shared. */
  const forget = (is) => attempt(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('nhap:') && is(key)) localStorage.removeItem(key);
    }
  });
  forget((key) => {
    const draft = attempt(() => JSON.parse(localStorage.getItem(key)));
    return !draft || draft.at < oldest;
  });

  addEventListener('beforeunload', (event) => { if (unsent) event.preventDefault(); });

  /* One press acts once; coming back to the page, or a long silence, frees the button again. */
  const free = (form) => { delete form.dataset.sent; };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.getAttribute('method') !== 'post') return;
    if ('sent' in form.dataset) { event.preventDefault(); return; }
    form.dataset.sent = '';
    setTimeout(free, 10000, form);
    if (form.getAttribute('action') !== '/dang-xuat') unsent = false;
    else forget((key) => key.startsWith(ours));
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(free));
})();
