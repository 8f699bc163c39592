import { css } from 'lit'

export const summaryStyles = css`
  .part {
    border-block-start: 1px solid var(--_line);
  }
  /* What a clinician wrote keeps its lines. */
  .said {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .lined > li {
    padding-block: calc(var(--_s) * 2.5);
  }
  .lined > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .ratings {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(64px, 1fr));
    gap: calc(var(--_s) * 2);
  }
  .empty {
    padding: calc(var(--_s) * 8) calc(var(--_s) * 5);
    text-align: center;
  }
`
