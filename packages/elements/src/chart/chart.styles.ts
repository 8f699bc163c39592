import { css } from 'lit'

export const chartStyles = css`
  .who {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    border-block-end: 1px solid var(--_line);
  }
  .brief {
    padding: calc(var(--_s) * 2) calc(var(--_s) * 4);
    gap: var(--_s) calc(var(--_s) * 2);
  }
  /* Hairlines between adjacent parts: the background shows through the gaps. */
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1px;
    background: var(--_line);
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .parts > .part {
    gap: calc(var(--_s) * 2);
    border: 0;
    background: var(--_surface);
  }
  .rows > * + * {
    border-block-start: 1px solid var(--_line);
  }
  .rows > * {
    padding-block: calc(var(--_s) * 1.5);
  }
  .tight {
    gap: calc(var(--_s) * 0.5);
  }
  .row {
    gap: calc(var(--_s) * 2);
  }
  .ask {
    padding: calc(var(--_s) * 3);
    background: var(--_canvas);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    gap: calc(var(--_s) * 3);
  }
  .text {
    white-space: pre-wrap;
  }
  .trends {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: calc(var(--_s) * 4) calc(var(--_s) * 6);
  }
  .trend > .row {
    flex-wrap: wrap;
    row-gap: 0;
    white-space: nowrap;
  }
  summary {
    inline-size: fit-content;
    cursor: pointer;
    color: var(--_accent-text);
    font-weight: 600;
    padding-block: var(--_s);
  }
  th,
  td {
    padding: var(--_s) calc(var(--_s) * 2);
  }
  .part > .row > .btn {
    flex: none;
  }
  .parts > .part:last-child {
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  @container (min-width: 44rem) {
    .parts {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .parts > .part {
      grid-column: span 3;
    }
    .parts > .part:nth-child(n + 5) {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 66rem) {
    .parts > .part {
      grid-column: span 2;
    }
    .parts > .part:nth-child(n + 4):nth-child(-n + 5) {
      grid-column: span 3;
    }
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
    gap: calc(var(--_s) * 2);
    margin: 0;
  }
  .facts dd {
    margin: 0;
  }
  #emergency-open {
    margin-block-end: calc(var(--_s) * 3);
  }
  .brief .reason {
    flex-basis: 100%;
  }
  .brief .reason [dir] {
    white-space: pre-wrap;
  }
`
