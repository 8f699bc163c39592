import { css } from 'lit'

/**
 * For staff who use it all day: smaller type, closer lines, and controls of 36 px with a mouse. Touch targets stay at 44 px. `.part` is one
 * titled part of a work page.
 */
export const denseStyles = css`
  :host {
    --_rem: var(--visit-rem, 0.9375rem);
    line-height: 1.45;
  }
  @media (pointer: fine) {
    :host {
      --_target: var(--visit-target, 36px);
    }
  }
  h2 {
    font-size: calc(var(--_rem) * 1.3333);
  }
  h3 {
    font-size: calc(var(--_rem) * 1.0667);
  }
  .part {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_s) * 3);
    min-inline-size: 0;
    padding: calc(var(--_s) * 4);
  }
  .part + .part {
    border-block-start: 1px solid var(--_line);
  }
  .part.row {
    flex-direction: row;
  }
  .field {
    gap: var(--_s);
  }
  .field > legend {
    margin-block-end: var(--_s);
  }
  /* A field's label is less prominent than the title of its part. */
  .field > label:not(.choice),
  .field > legend,
  .label,
  .field > .hint {
    font-size: calc(var(--_rem) * 0.8667);
  }
  .field > label:not(.choice),
  .field > legend,
  .label {
    color: var(--_muted);
  }
  input:not([type='radio'], [type='checkbox'], [type='range']),
  select,
  textarea {
    padding: calc(var(--_s) * 1.5) calc(var(--_s) * 2.5);
  }
  .choice {
    gap: calc(var(--_s) * 2);
    padding: calc(var(--_s) * 1.5) calc(var(--_s) * 2.5);
  }
  .icon {
    min-inline-size: var(--_target);
    padding-inline: calc(var(--_s) * 1.5);
  }
  .banner {
    padding: calc(var(--_s) * 3);
  }
`
