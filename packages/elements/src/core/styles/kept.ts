import { css } from 'lit'

/** A long list that a page replaces for a while stays laid out, where the browser can do that. */
export const keptStyles = css`
  @supports (content-visibility: hidden) {
    .kept[hidden] {
      display: block !important;
      content-visibility: hidden;
    }
  }
`
