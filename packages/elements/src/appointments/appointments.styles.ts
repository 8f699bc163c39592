import { css } from 'lit'

export const appointmentsStyles = css`
  .row.top {
    align-items: flex-start;
  }
  .top .chip {
    white-space: normal;
  }
  .when {
    font-size: calc(var(--_rem) * 1.125);
    line-height: 1.3;
  }
  .next .when {
    font-size: calc(var(--_rem) * 1.5);
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .avatar.ok {
    background: var(--_ok-weak);
    color: var(--_ok);
  }
  @container (max-width: 400px) {
    .next .avatar {
      display: none;
    }
    .list .btn {
      inline-size: 100%;
    }
  }
`
