import { css } from 'lit'

/** A dense table for staff who use it all day. Where it may be too wide, its rows become cards. */
export const tableStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th {
    font-size: calc(var(--_rem) * 0.8125);
    font-weight: 600;
    color: var(--_muted);
    text-align: start;
    white-space: nowrap;
  }
  tbody th {
    font-size: inherit;
    font-weight: inherit;
    color: inherit;
  }
  th,
  td {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    vertical-align: middle;
    text-align: start;
  }
  tr {
    border-block-end: 1px solid var(--_line);
  }
  tbody tr:last-child {
    border-block-end: 0;
  }
  tr.next {
    background: var(--_accent-weak);
  }
`
