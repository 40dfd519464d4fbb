'use strict';
// Tooltips: each says the row of its chart's table that the pointer, or the arrow keys, are at.
for (const chart of document.querySelectorAll('.chart')) {
  const pointer = chart.querySelector('.pointer');
  const rows = [...chart.querySelectorAll('tbody tr')];
  const heads = [...chart.querySelectorAll('thead th')].map(head => head.textContent);
  const width = chart.querySelector('svg').viewBox.baseVal.width;
  const at = pointer.appendChild(document.createElement('div'));
  const tip = pointer.appendChild(document.createElement('div'));
  at.className = 'at';
  tip.className = 'tip';
  tip.setAttribute('aria-live', 'polite');
  let shown = -1;

  const show = index => {
    shown = index;
    at.hidden = tip.hidden = index < 0;
    if (index < 0) return;
    const row = rows[index];
    const from = row.dataset.from / width, to = row.dataset.to / width;
    at.style.left = `${100 * from}%`;
    at.style.width = `${100 * (to - from)}%`;
    const cells = [...row.cells].map(cell => cell.textContent);
    tip.replaceChildren(Object.assign(document.createElement('b'), { textContent: cells[0] }));
    for (let i = 1; i < cells.length; i++) {
      const line = tip.appendChild(document.createElement('div'));
      line.append(Object.assign(document.createElement('span'), { textContent: heads[i] }), Object.assign(document.createElement('span'), { textContent: cells[i] }));
    }
    const right = (from + to) / 2 > 0.5;
    tip.style.left = right ? '' : `calc(${100 * to}% + 10px)`;
    tip.style.right = right ? `calc(${100 * (1 - from)}% + 10px)` : '';
  };

  const indexAt = event => {
    const box = pointer.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * width;
    return rows.findIndex(row => x >= row.dataset.from && x <= row.dataset.to);
  };
  pointer.addEventListener('pointermove', event => show(indexAt(event)));
  pointer.addEventListener('pointerdown', event => show(indexAt(event)));
  pointer.addEventListener('pointerleave', () => show(-1));
  pointer.addEventListener('blur', () => show(-1));
  pointer.addEventListener('keydown', event => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Escape') show(-1);
    if (!step || rows.length === 0) return;
    event.preventDefault();
    show(Math.max(0, Math.min(rows.length - 1, shown < 0 ? (step > 0 ? 0 : rows.length - 1) : shown + step)));
  });
  show(-1);
}
