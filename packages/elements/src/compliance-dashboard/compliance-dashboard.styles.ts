import { css } from 'lit'

export const complianceDashboardStyles = css`
  .picks {
    border-block-start: 1px solid var(--_line);
  }
  .lined > li {
    padding-block: calc(var(--_s) * 3);
  }
  .lined > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .part {
    border-block-start: 1px solid var(--_line);
    padding-block-start: calc(var(--_s) * 4);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr));
    gap: calc(var(--_s) * 4);
  }
  .text-block {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .narrow {
    max-inline-size: 40em;
  }
  figure {
    margin: 0;
  }
  .area {
    display: grid;
    gap: calc(var(--_s) * 1.5);
  }
  .numbers {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .numbers th,
  .numbers td {
    padding: calc(var(--_s) * 1.5) calc(var(--_s) * 2);
    text-align: start;
    border-block-end: 1px solid var(--_line);
  }
`
