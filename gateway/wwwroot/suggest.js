// Suggestions under a search field (ARIA combobox with a list). Without this file the field is a plain one of a plain form.
'use strict';
(() => {
  const delay = 150;

  function attach(input) {
    const list = document.createElement('ul');
    list.id = `${input.id}-suggestions`;
    list.className = 'suggestions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', '检索建议');
    list.hidden = true;
    input.after(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);

    let typed = input.value; // what the person wrote, which Esc brings back
    let chosen = -1;
    let timer = 0;
    let request = null;

    function forget() {
      clearTimeout(timer);
      request?.abort();
      request = null;
    }

    function close() {
      forget();
      list.hidden = true;
      list.replaceChildren();
      chosen = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function choose(index) {
      list.children[chosen]?.setAttribute('aria-selected', 'false');
      chosen = index;
      const option = list.children[index];
      if (option) {
        option.setAttribute('aria-selected', 'true');
        option.scrollIntoView({ block: 'nearest' });
        input.setAttribute('aria-activedescendant', option.id);
      } else {
        input.removeAttribute('aria-activedescendant');
      }
      input.value = option ? option.dataset.query : typed;
    }

    function show(completions) {
      chosen = -1;
      input.removeAttribute('aria-activedescendant');
      list.replaceChildren(...completions.map((completion, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.query = completion.query;
        option.dataset.address = completion.address;
        const words = document.createElement('span');
        words.textContent = completion.query;
        const kind = document.createElement('span');
        kind.className = 'kind';
        kind.textContent = completion.kind;
        option.append(words, kind);
        return option;
      }));
      list.hidden = completions.length === 0;
      input.setAttribute('aria-expanded', String(completions.length > 0));
    }

    async function ask() {
      const asked = new AbortController();
      request = asked;
      try {
        const answer = await fetch(`/suggest?text=${encodeURIComponent(typed)}`, { signal: asked.signal });
        const completions = answer.ok ? await answer.json() : [];
        if (request === asked && document.activeElement === input) show(completions);
      } catch {
        // Suggestions are a help only: what could not be fetched is not shown.
      }
    }

    // A title leads to its document; everything else is searched for.
    function go(option) {
      input.value = option.dataset.query;
      const { address } = option.dataset;
      close();
      if (address) location.assign(address);
      else input.form.requestSubmit();
    }

    function changed() {
      typed = input.value;
      forget();
      if (typed.trim() === '') close();
      else timer = setTimeout(ask, delay);
    }

    // While an input method composes, the field holds letters that are not yet the words.
    input.addEventListener('input', event => { if (!event.isComposing) changed(); });
    input.addEventListener('compositionend', changed);
    input.addEventListener('blur', close);
    input.form?.addEventListener('submit', close);
    input.addEventListener('keydown', event => {
      if (event.isComposing || event.keyCode === 229 || list.hidden) return;
      const last = list.children.length - 1;
      if (event.key === 'ArrowDown') choose(chosen === last ? -1 : chosen + 1);
      else if (event.key === 'ArrowUp') choose(chosen === -1 ? last : chosen - 1);
      else if (event.key === 'Escape') { choose(-1); close(); }
      else if (event.key === 'Enter' && chosen >= 0) go(list.children[chosen]);
      else return;
      event.preventDefault();
    });

    // The field keeps the focus: a press on the list must not take it away before the click arrives.
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
      const option = event.target.closest('[role=option]');
      if (option) go(option);
    });
  }

  document.querySelectorAll('input[data-suggest]').forEach(attach);
})();
