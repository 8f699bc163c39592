import { css } from 'lit'

export const queueStyles = css`
  th,
  td {
    padding-inline: calc(var(--_s) * 3);
  }
  th:first-child {
    padding-inline-start: calc(var(--_s) * 5);
  }
  tbody th {
    min-inline-size: 11em;
    white-space: normal;
  }
  .head {
    row-gap: calc(var(--_s) * 3);
  }
  .who b {
    margin-inline-end: calc(var(--_s) * 2);
  }
  [part='table'] :is(td, th):last-child {
    text-align: end;
  }
  td:nth-child(2),
  td .btn {
    white-space: nowrap;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_s) * 1.5);
  }
  .expected {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr) auto;
    align-items: start;
    gap: 0 calc(var(--_s) * 4);
    padding-block: calc(var(--_s) * 2.5);
  }
  @container (max-width: 48em) {
    .expected {
      grid-template-columns: 5.5em minmax(0, 1fr);
    }
    .expected .acts {
      grid-column: 2;
      justify-content: flex-start;
      margin-block-start: calc(var(--_s) * 2);
    }
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_s) * 2);
    justify-content: flex-end;
  }
  .empty {
    padding: calc(var(--_s) * 8) calc(var(--_s) * 5);
    text-align: center;
  }
  .notice {
    margin: 0 calc(var(--_s) * 5) calc(var(--_s) * 4);
  }
  thead {
    border-block-start: 1px solid var(--_line);
  }
  /* A problem belongs to the row above it. */
  tr:has(+ .row-problem) {
    border-block-end: 0;
  }
  [part='table'] td[colspan] {
    padding-block-start: 0;
    text-align: start;
  }
  /* In a narrow container each row becomes a card: without horizontal scrolling, and with a button of full width. */
  @container (max-width: 680px) {
    [part='table'] thead {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
    [part='table'],
    [part='table'] tbody {
      display: block;
    }
    [part='table'] tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(var(--_s) * 2) calc(var(--_s) * 3);
      padding: calc(var(--_s) * 4) calc(var(--_s) * 5);
    }
    [part='table'] tbody th,
    [part='table'] tbody td {
      display: block;
      padding: 0;
    }
    [part='table'] tbody th:first-child {
      min-inline-size: 0;
      padding: 0;
    }
    [part='table'] tbody td:nth-child(3),
    [part='table'] tbody td:nth-child(4) {
      grid-column: 1 / -1;
    }
    [part='table'] tbody td:last-child {
      grid-column: 1 / -1;
      text-align: start;
    }
    [part='table'] tbody td:last-child > .btn {
      inline-size: 100%;
    }
    [part='table'] tbody .row-problem {
      padding-block-start: 0;
    }
  }
`
