import { css } from 'lit'

/**
 * For inputs that lie over their label and are not seen: `:has()` marks the label. Firefox has it since 121; before, the input itself is
 * the mark.
 */
export const overLabel = css`
  @supports not selector(:has(a)) {
    :is(.day, .period, .ratings .choice) > input:is(:checked, :focus-visible) {
      opacity: 1;
      appearance: none;
      border: 2px solid var(--_accent);
      border-radius: inherit;
    }
  }
`
