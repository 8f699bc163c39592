import { css } from 'lit'

export const bookingStyles = css`
  .free {
    color: var(--_ok);
  }
  .avatar.ok {
    background: var(--_ok-weak);
    color: var(--_ok);
  }
`
