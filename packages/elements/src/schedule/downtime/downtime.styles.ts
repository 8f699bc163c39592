import { css } from 'lit'

export const downtimeStyles = css`
  .sheet {
    overflow-x: auto;
  }
  .sheet td {
    vertical-align: top;
  }
  .sheet td:is(.time, .date) {
    white-space: nowrap;
  }
`
