import { css } from 'lit'

export const claimDeskStyles = css`
  .page {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_s) * 2);
  }
  .top {
    align-items: start;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s);
  }
  .tab {
    min-block-size: var(--_target);
    padding: var(--_s) calc(var(--_s) * 3);
    font: inherit;
    font-weight: 600;
    color: var(--_muted);
    background: none;
    border: 0;
    border-block-end: 3px solid transparent;
    cursor: pointer;
  }
  .tab[aria-selected='true'] {
    color: var(--_ink);
    border-block-end-color: var(--_accent);
  }
  th,
  td {
    padding: calc(var(--_s) * 1.5) calc(var(--_s) * 2);
  }
  .amount,
  .count {
    text-align: end;
    white-space: nowrap;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s) calc(var(--_s) * 2);
    align-items: center;
  }
  code,
  pre {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
  }
  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  /* The strip of states */
  .strip {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
    gap: calc(var(--_s) * 4) calc(var(--_s) * 6);
    align-items: start;
  }
  .states caption {
    padding-block-end: var(--_s);
    font-size: calc(var(--_rem) * 0.8125);
    font-weight: 600;
    color: var(--_muted);
    text-align: start;
  }
  .states tr {
    border: 0;
  }
  .states th,
  .states td {
    padding: 0 var(--_s);
  }
  .states tbody th {
    inline-size: 40%;
    padding: 0;
  }
  .state,
  .open {
    min-block-size: var(--_target);
    padding: 0 var(--_s);
    font: inherit;
    text-align: start;
    color: inherit;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .state {
    inline-size: 100%;
  }
  .state[aria-pressed='true'] {
    font-weight: 700;
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  [dir='rtl'] .state[aria-pressed='true'] {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  /* States without claims are less prominent than those with claims, except under the pointer: its background would take their contrast. */
  .zero:not(.next, :hover) :is(.state, .count) {
    color: var(--_faint);
  }
  .zero .amount {
    visibility: hidden;
  }
  .states tbody tr:hover {
    background: var(--_accent-weak);
  }
  .open {
    padding: 0;
    color: var(--_accent-text);
  }
  .open:hover {
    text-decoration: underline;
  }
  .track > .plot.plot {
    block-size: calc(var(--_s) * 2);
  }

  /* The list */
  .idle {
    visibility: hidden;
  }
  .gone {
    color: var(--_muted);
  }
  .empty {
    padding-block: calc(var(--_s) * 6);
    text-align: center;
  }
  .needs-work th {
    box-shadow: inset 3px 0 0 var(--_warn);
  }
  [dir='rtl'] .needs-work th {
    box-shadow: inset -3px 0 0 var(--_warn);
  }

  /* Search, ages, several claims */
  .tools {
    min-block-size: calc(var(--_s) * 18);
  }
  .aging tbody th {
    font-weight: 400;
  }
  .aging .sum-row > * {
    font-weight: 700;
  }
  .field.narrow {
    max-inline-size: 20em;
  }
  .aging :is(th, td) {
    white-space: nowrap;
  }
  .batch > li {
    padding-block: var(--_s);
    border-block-end: 1px solid var(--_line);
  }

  /* In a narrow container each row becomes a card with labeled values, without horizontal scrolling. */
  @container (max-width: 640px) {
    table:not(.states) thead {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
    table:not(.states),
    table:not(.states) tbody {
      display: block;
    }
    table:not(.states) tbody tr {
      display: grid;
      gap: var(--_s) calc(var(--_s) * 3);
      padding-block: calc(var(--_s) * 2);
    }
    table:not(.states) tbody :is(th, td) {
      display: flex;
      justify-content: space-between;
      gap: calc(var(--_s) * 3);
      padding: 0;
      text-align: end;
      white-space: normal;
    }
    table:not(.states) tbody th {
      align-items: center;
    }
    /* The names of the ages stay: they explain the colors of the bar. */
    table.aging thead {
      position: static;
      display: block;
      clip-path: none;
      inline-size: auto;
      block-size: auto;
    }
    .aging thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_s) calc(var(--_s) * 4);
      padding-block-end: calc(var(--_s) * 2);
    }
    .aging thead th {
      padding: 0;
    }
    .aging thead :is(th:first-child, th:last-child) {
      position: absolute;
      clip-path: inset(50%);
    }
    .aging tbody th {
      font-weight: 600;
    }
    table:not(.states) tbody .needs-work th {
      padding-inline-start: calc(var(--_s) * 2);
    }
    td[data-label]::before {
      content: attr(data-label);
      flex: none;
      color: var(--_muted);
      font-size: calc(var(--_rem) * 0.8125);
    }
    td .chips {
      justify-content: end;
      min-inline-size: 0;
    }
    .held .chip,
    td .chip {
      white-space: normal;
    }
    tbody .blank {
      display: none !important;
    }
    .keys,
    .idle {
      display: none;
    }
  }
`
