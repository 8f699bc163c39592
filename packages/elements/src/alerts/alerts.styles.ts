import { css } from 'lit'

export const alertStyles = css`
  .alerts > li {
    padding-block: calc(var(--_s) * 3);
  }
  .alerts > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .alert-call a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    font-weight: 600;
  }
  .alert-answers {
    margin: 0 0 calc(var(--_s) * 2);
    padding-inline-start: calc(var(--_s) * 5);
  }
`
