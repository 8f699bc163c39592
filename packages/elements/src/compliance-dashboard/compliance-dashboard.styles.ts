import { css } from 'lit'

export const complianceDashboardStyles = css`
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
