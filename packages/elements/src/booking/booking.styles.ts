import { css } from 'lit'

export const bookingStyles = css`
  .free {
    color: var(--_ok);
  }
  .facts .fact {
    padding: calc(var(--_s) * 2) calc(var(--_s) * 4);
  }
  .facts .fact + .fact {
    border-block-start: 1px solid var(--_line);
  }
  .facts bdi > span {
    display: block;
  }
  .avatar.ok {
    background: var(--_ok-weak);
    color: var(--_ok);
  }
  [part='place'] .btn {
    margin-block-start: calc(var(--_s) * 2);
  }
`
