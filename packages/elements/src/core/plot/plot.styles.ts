import { css } from 'lit'

/** Of every plot: its text and grid, and the table behind it. What is drawn has styles of its own. */
export const plotStyles = css`
  .plot {
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    direction: ltr;
    stroke: var(--_accent);
  }
  .plot text {
    fill: var(--_muted);
    stroke: none;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    /* A date is in the order of its language, although the plot runs from left to right. */
    unicode-bidi: plaintext;
  }
  .plot .grid {
    stroke: var(--_line);
    stroke-width: 1;
  }
  details table :is(th, td) {
    padding-inline: calc(var(--_s) * 2);
    white-space: normal;
  }
  @container (max-width: 420px) {
    details table :is(th, td) {
      padding-inline: var(--_s);
    }
  }
`
