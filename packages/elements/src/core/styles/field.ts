import { css } from 'lit'

/** `.field` contains a label, an optional `.hint`, a native control and an optional `.error`; `.choice` is one radio button or checkbox. */
export const fieldStyles = css`
  .field {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_s) * 1.5);
    min-inline-size: 0;
  }
  .field > label:not(.choice),
  .field > legend,
  .label {
    font-weight: 600;
  }
  /* A legend takes no part in the gaps of its fieldset. */
  legend {
    margin-block-end: calc(var(--_s) * 2);
  }
  .hint {
    color: var(--_muted);
    font-size: calc(var(--_rem) * 0.875);
  }
  .error {
    display: flex;
    gap: calc(var(--_s) * 2);
    color: var(--_danger);
    font-weight: 600;
    font-size: calc(var(--_rem) * 0.875);
  }
  .field:has(.error) {
    border-inline-start: 3px solid var(--_danger);
    padding-inline-start: calc(var(--_s) * 3);
  }
  input:not([type='radio'], [type='checkbox'], [type='range']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    font: inherit;
    color: inherit;
    background: var(--visit-field-background, var(--_surface));
    border: 1px solid var(--visit-field-border, var(--_edge));
    border-radius: var(--visit-field-radius, calc(var(--_radius) * 0.8));
  }
  /* iPhones zoom in on a field with smaller text. */
  @media (pointer: coarse) {
    input:not([type='radio'], [type='checkbox'], [type='range']),
    select,
    textarea {
      font-size: max(16px, var(--_rem));
    }
  }
  textarea {
    min-block-size: calc(var(--_target) * 2.5);
    resize: vertical;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger) !important;
  }
  ::placeholder {
    color: var(--_faint);
    opacity: 1;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_s) * 3);
    min-block-size: var(--_target);
    padding: calc(var(--_s) * 2.5) calc(var(--_s) * 3.5);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    cursor: pointer;
  }
  .choice:hover {
    border-color: var(--_edge);
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-weak);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .choice input {
    flex: none;
    inline-size: calc(var(--_s) * 5);
    block-size: calc(var(--_s) * 5);
    margin: 0;
    accent-color: var(--_accent);
  }
  /* Its label has the outline. */
  @supports selector(:has(a)) {
    .choice input:focus-visible {
      outline: none;
    }
  }
`
