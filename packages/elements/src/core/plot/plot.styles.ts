import { css } from 'lit'

/** For `rangeBar` and `linePlot`, whose time and values run from left to right in every language, and `stackedBar`, which is mirrored. */
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
    /* A date is in the order of its language, although the plot runs from left to right. */
    unicode-bidi: plaintext;
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
  }
  @container (max-width: 420px) {
    details table :is(th, td) {
      padding-inline: var(--_s);
    }
  }
  .plot .outside {
    fill: var(--_warn);
    stroke: var(--_surface);
    stroke-width: 1;
  }
  .plot.stacked {
    block-size: calc(var(--_s) * 5);
    stroke: none;
  }
  .plot.stacked:dir(rtl) {
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
