import { css } from 'lit'

/** For `rangeBar` and `linePlot`. Their time and values run from left to right in every language. */
export const plotStyles = css`
  .plot {
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    direction: ltr;
    stroke: var(--_accent);
  }
  .plot.range {
    max-inline-size: 300px;
  }
  .plot.line {
    max-inline-size: 420px;
  }
  .plot text {
    fill: var(--_muted);
    stroke: none;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
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
  .plot .grid {
    stroke: var(--_line);
    stroke-width: 1;
  }
  .plot .pointer {
    fill: var(--_ink);
    stroke: var(--_surface);
    stroke-width: 1;
  }
  .plot circle {
    fill: var(--_surface);
  }
  details table :is(th, td) {
    padding-inline: calc(var(--_s) * 2);
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .plot .outside {
    fill: var(--_warn);
    stroke: var(--_surface);
    stroke-width: 1;
  }
`
