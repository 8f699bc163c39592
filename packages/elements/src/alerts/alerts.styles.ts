import { css } from 'lit'

export const alertStyles = css`
  .alerts > li {
    padding-block: calc(var(--_s) * 3);
  }
  .alert-call a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    font-weight: 600;
  }
  .alert-answers {
    margin: 0;
    padding-inline-start: calc(var(--_s) * 5);
  }
`
