import { css } from 'lit'

export const providerStyles = css`
  :host {
    container-type: normal;
    padding: 0;
  }
  .load-failed {
    padding: var(--_padding);
  }
  .ended {
    max-inline-size: 560px;
    margin-inline: auto;
  }
`
