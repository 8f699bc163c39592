import { css } from 'lit'

const labels = css`
  :is(.day, .period, .ratings .choice);
`

/**
 * For inputs that lie over their label and are not seen: `:has()` marks the label. Firefox has it since 121; before, the input itself is
 * the mark.
 */
export const overLabel = css`
  @supports not selector(:has(a)) {
    ${labels} > input:is(:checked, :focus-visible) {
      opacity: 1;
      appearance: none;
      border-radius: inherit;
    }
    ${labels} > input:checked {
      border: 2px solid var(--_accent);
    }
    ${labels} > input:focus-visible {
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }
  }
`
