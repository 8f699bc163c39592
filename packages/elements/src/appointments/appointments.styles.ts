import { css } from 'lit'

export const appointmentsStyles = css`
  .row.top {
    align-items: flex-start;
  }
  .top .chip {
    white-space: normal;
  }
  /* Some languages write weekdays in lower case; a time begins with a capital. */
  .when::first-letter,
  .tight > .num:first-child::first-letter {
    text-transform: uppercase;
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
  :is(.missing-interpreter, .missing-captioner) {
    margin-block: calc(var(--_s) * 2);
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
