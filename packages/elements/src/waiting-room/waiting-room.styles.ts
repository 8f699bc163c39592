import { css } from 'lit'

export const waitingRoomStyles = css`
  .two,
  .place {
    display: grid;
    gap: calc(var(--_s) * 4) calc(var(--_s) * 3);
  }
  .field > .two {
    row-gap: calc(var(--_s) * 2);
  }
  fieldset.stack {
    gap: calc(var(--_s) * 3);
  }
  .todo li {
    display: flex;
    gap: calc(var(--_s) * 2);
  }
  .todo svg {
    color: var(--_ok);
  }
  .note a {
    white-space: nowrap;
  }
  /* An element inside this one already has its padding. */
  .within {
    --visit-padding: 0;
  }
  @container (min-width: 520px) {
    .two {
      grid-template-columns: 1fr 1fr;
    }
    .place {
      grid-template-columns: 5fr 4fr 3fr;
      align-items: end;
    }
  }
`
