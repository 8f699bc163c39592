import { css } from 'lit'

export const providerStyles = css`
  :host {
    container-type: normal;
    background: none;
  }
  .unreached {
    margin-block: 0 16px;
  }
  .ended {
    max-inline-size: 560px;
    margin-inline: auto;
  }
`
