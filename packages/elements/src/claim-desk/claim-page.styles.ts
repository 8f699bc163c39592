import { css } from 'lit'

export const claimPageStyles = css`
  /* One claim */
  .findings {
    display: grid;
    gap: calc(var(--_s) * 2);
  }
  .money {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.5em, 1fr));
    gap: calc(var(--_s) * 3) calc(var(--_s) * 4);
    max-inline-size: 56em;
  }
  .sum {
    font-size: calc(var(--_rem) * 1.1333);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .adjustments code {
    white-space: nowrap;
  }
  .line-fields {
    padding: calc(var(--_s) * 3);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  /* Inside the box, not on its border. */
  .line-fields > legend {
    float: left;
    inline-size: 100%;
    padding-block-end: calc(var(--_s) * 2);
  }
  .line-row {
    clear: both;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
    gap: calc(var(--_s) * 3) calc(var(--_s) * 4);
    align-items: end;
  }
  .field.coverage {
    max-inline-size: 28em;
  }

  /* Held lines */
  .ends {
    align-items: end;
  }
  .field:is(.reason, .number, .aside) {
    flex: 0 1 20em;
  }
  .candidate > .choice {
    flex: 1 1 20em;
    padding-block: calc(var(--_s) * 2.5);
  }
  .plain {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .history {
    display: grid;
    gap: calc(var(--_s) * 3);
  }
  .history > li {
    padding-inline-start: calc(var(--_s) * 3);
    border-inline-start: 3px solid var(--_line);
  }
  .history > .ok {
    border-inline-start-color: var(--_ok);
  }
  .history > .warn {
    border-inline-start-color: var(--_warn);
  }
  .history > .bad {
    border-inline-start-color: var(--_danger);
  }
  .wire {
    display: grid;
    gap: calc(var(--_s) * 4);
  }
  pre {
    max-block-size: 20em;
    margin: 0;
    padding: calc(var(--_s) * 3);
    overflow: auto;
    background: var(--_canvas);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    text-align: start;
  }
`
