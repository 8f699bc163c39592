import { css } from 'lit'

export const consentDialogStyles = css`
  :host(:not([inline])) {
    container-type: normal;
    padding: 0;
  }
  .form {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  dialog .form {
    max-block-size: inherit;
  }
  .text {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_s) * 5);
    border-radius: var(--_s);
  }
  .body:focus-visible {
    outline-offset: -3px;
  }
  .text:focus-visible {
    outline-offset: 6px;
  }
  .clause {
    font-size: var(--_rem);
  }
  .page .pad {
    padding: 0;
  }
  .page .foot {
    position: static;
    margin-block-start: calc(var(--_s) * 5);
    padding-inline: 0;
  }
  dialog .outer {
    padding: calc(var(--_s) * 5);
  }
  .error {
    align-items: center;
  }
  .later {
    margin-inline-start: auto;
    padding-inline: calc(var(--_s) * 2);
  }
  @media (max-width: 480px) {
    .answers .btn:not(.quiet) {
      flex: 1 1 40%;
    }
    .later {
      inline-size: 100%;
    }
  }
`
