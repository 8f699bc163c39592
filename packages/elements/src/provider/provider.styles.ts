import { css } from 'lit'

export const providerStyles = css`
  :host {
    container-type: normal;
    background: none;
  }
  .ended {
    max-inline-size: 560px;
    margin-inline: auto;
  }
`
