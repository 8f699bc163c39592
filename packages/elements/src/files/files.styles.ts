import { css } from 'lit'

export const filesStyles = css`
  .picture {
    max-inline-size: 100%;
    max-block-size: 360px;
    border-radius: calc(var(--_radius) / 2);
  }
  .files > li + li {
    margin-block-start: calc(var(--_s) * 2);
  }
`
