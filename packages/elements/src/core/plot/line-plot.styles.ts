import { css } from 'lit'

/** Added to the styles of all plots, for `linePlot` and `rangeBar`. Time and values run from left to right in every language. */
export const linePlotStyles = css`
  .plot.range {
    max-inline-size: 300px;
  }
  .plot.line {
    max-inline-size: 420px;
  }
  .plot .track {
    fill: var(--_line);
    stroke: none;
  }
  .plot .band {
    fill: var(--_ok-weak);
    stroke: var(--_ok);
    stroke-width: 1;
  }
  .plot.line .band {
    stroke: none;
  }
  .plot .pointer {
    fill: var(--_ink);
    stroke: var(--_surface);
    stroke-width: 1;
  }
  .plot circle {
    fill: var(--_surface);
  }
  .plot .outside {
    fill: var(--_warn);
    stroke: var(--_surface);
    stroke-width: 1;
  }
`
