import { css } from 'lit'

export const chartStyles = css`
  .who {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    border-block-end: 1px solid var(--_line);
  }
  /* Hairlines between parts, whichever stand beside or below each other: the ground shows through the gaps. */
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(22em, 100%), 1fr));
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
  .parts > .part:last-child {
    border-end-end-radius: var(--_radius);
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
  .plot {
    inline-size: 100%;
    block-size: auto;
    stroke: var(--_accent);
    max-inline-size: 420px;
  }
  .plot .base {
    stroke: var(--_line);
    stroke-width: 1;
  }
  .plot circle {
    fill: var(--_surface);
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
  @container (min-width: 44rem) {
    .parts > .part:nth-child(5) {
      border-end-start-radius: var(--_radius);
    }
  }
  @container (max-width: 44rem) {
    .parts > .part:last-child {
      border-end-start-radius: var(--_radius);
    }
  }
`
