import { css } from 'lit'

export const labOrdersStyles = css`
  .words {
    white-space: pre-line;
  }
  .head {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    border-block-end: 1px solid var(--_line);
  }
  .form {
    border-block-end: 1px solid var(--_line);
  }
  .halves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(22em, 100%), 1fr));
    gap: calc(var(--_s) * 5) calc(var(--_s) * 6);
    align-items: start;
  }
  .rows > * + * {
    border-block-start: 1px solid var(--_line);
  }
  .rows > * {
    padding-block: calc(var(--_s) * 2);
  }
  .over-time summary {
    inline-size: fit-content;
    cursor: pointer;
    color: var(--_accent-text);
    font-weight: 600;
  }
  td .plot.range {
    max-inline-size: 180px;
  }
  .tests {
    display: grid;
    gap: var(--_s);
  }
  .line {
    display: flex;
    align-items: center;
    gap: calc(var(--_s) * 2);
    min-inline-size: 0;
  }
  .stack {
    gap: calc(var(--_s) * 3);
  }
  .tight {
    gap: calc(var(--_s) * 0.5);
  }
  .result > .row,
  .order > .row {
    gap: calc(var(--_s) * 2);
  }
  .result > .row > .grow,
  .order > .row > .grow {
    min-inline-size: min(16em, 100%);
  }
  th,
  td {
    padding: calc(var(--_s) * 1.5) calc(var(--_s) * 2);
  }
  table {
    border: 1px solid var(--_line);
  }
  /* Marked by weight, a bar and a word, never by color alone. */
  .marked th,
  .marked .value {
    font-weight: 700;
  }
  .marked th {
    box-shadow: inset 3px 0 0 var(--_warn);
  }
  [dir='rtl'] .marked th {
    box-shadow: inset -3px 0 0 var(--_warn);
  }
  .chips,
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s) calc(var(--_s) * 2);
    align-items: baseline;
  }
  .chips {
    align-items: center;
  }
  .ask,
  .review {
    padding: calc(var(--_s) * 3);
    background: var(--_canvas);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  fieldset.stack {
    gap: calc(var(--_s) * 1.5);
  }
  .notice,
  .more {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
  }
  @container (max-width: 520px) {
    thead {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 calc(var(--_s) * 3);
      padding: calc(var(--_s) * 1.5) calc(var(--_s) * 2.5);
    }
    tbody th,
    tbody td {
      display: block;
      padding: 0;
      white-space: normal;
    }
    tbody tr.marked {
      box-shadow: inset 3px 0 0 var(--_warn);
    }
    [dir='rtl'] tbody tr.marked {
      box-shadow: inset -3px 0 0 var(--_warn);
    }
    .marked th,
    [dir='rtl'] .marked th {
      box-shadow: none;
    }
    td:nth-child(5) {
      grid-column: 1 / -1;
    }
    td[data-label]::before {
      content: attr(data-label) ': ';
      color: var(--_muted);
    }
    td.value,
    td:nth-child(4) {
      text-align: end;
    }
    td:nth-child(4) .marks {
      justify-content: end;
    }
    /* Half of the width is the range's. */
    td:nth-child(4) .chip {
      white-space: normal;
    }
  }
  pre {
    max-block-size: 20em;
    margin: 0;
    padding: calc(var(--_s) * 3);
    overflow: auto;
    font:
      0.9em/1.5 ui-monospace,
      monospace;
    background: var(--_canvas);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    text-align: start;
  }
`
