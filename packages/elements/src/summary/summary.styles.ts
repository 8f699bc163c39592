import { css } from 'lit'
import { overLabel } from '../core/styles/over-label.ts'

export const summaryStyles = css`
  .part {
    border-block-start: 1px solid var(--_line);
  }
  /* Keeps the line breaks of the clinician's text. */
  .text-block {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .lined > li {
    padding-block: calc(var(--_s) * 2.5);
  }
  .lined > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .next {
    margin-block-start: calc(var(--_s) * 2);
  }
  /* Eleven numbers in one or two lines: each number is a target, and the selected one is bold with a border. */
  .ratings {
    display: grid;
    grid-template-columns: repeat(11, minmax(0, 1fr));
    gap: calc(var(--_s) * 1.5);
  }
  .ratings .choice {
    position: relative;
    justify-content: center;
    padding: 0;
    font-variant-numeric: tabular-nums;
  }
  .ratings .choice:has(:checked) {
    font-weight: 700;
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .ratings input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
  }
  @container (max-width: 600px) {
    .ratings {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
  }
  .empty {
    padding: calc(var(--_s) * 8) calc(var(--_s) * 5);
    text-align: center;
  }
  ${overLabel}
`
