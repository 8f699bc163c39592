import { css } from 'lit'

/** Added to the styles of all plots, for the bars. `stackedBar` and `rowBar` are mirrored in right-to-left text. */
export const partStyles = css`
  .plot.stacked {
    block-size: calc(var(--_s) * 5);
    stroke: none;
  }
  [dir='rtl'] .plot.stacked {
    transform: scaleX(-1);
  }
  .swatch {
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-end: var(--_s);
    stroke: none;
  }
  .part-of {
    fill: var(--_accent);
    stroke: var(--_edge);
    stroke-width: 0.5;
  }
  .part-of.ok {
    fill: var(--_ok);
  }
  .part-of.muted {
    fill: var(--_line);
  }
  .part-of.warn {
    fill: var(--_warn);
  }
  .part-of.bad {
    fill: var(--_danger);
  }
  .part-of.open {
    fill: var(--_surface);
    stroke: var(--_ink);
    stroke-width: 1.5;
    stroke-dasharray: 3 2;
  }
`
