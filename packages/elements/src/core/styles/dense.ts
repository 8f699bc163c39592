import { css } from 'lit'

/**
 * For people who work in it all day: smaller type and closer lines, and controls of 36 px where there is a mouse. A finger still
 * gets 44 px. `.part` is one titled part of a page of work.
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
  /* What a field is called stands back behind the title of its part. */
  .field > label,
  .field > legend,
  .label,
  .field > .hint {
    font-size: calc(var(--_rem) * 0.8667);
  }
  .field > label,
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
  /* Words of another language keep their own order, and stand at the same edge as the rest. */
  p[dir],
  b[dir],
  span[dir],
  th[dir] {
    text-align: match-parent;
  }
  .banner {
    padding: calc(var(--_s) * 3);
  }
`
