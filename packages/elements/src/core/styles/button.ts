import { css } from 'lit'

/** `.btn`, with `.primary`, `.quiet`, `.danger`, `.small`. Busy buttons keep their width, label and focus. */
export const buttonStyles = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_s) * 2);
    min-block-size: var(--_target);
    /* Less at the sides where large text needs the width. */
    padding: calc(var(--_s) * 2) min(calc(var(--_s) * 4.5), 5cqi);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
    text-decoration: none;
    color: var(--visit-button-color, var(--_ink));
    background: var(--visit-button-background, var(--_surface));
    border: 1px solid var(--visit-button-border, var(--_line));
    border-radius: var(--visit-button-radius, calc(var(--_radius) * 0.8));
    cursor: pointer;
  }
  .btn:hover {
    border-color: var(--_edge);
  }
  .btn.primary {
    color: var(--visit-button-primary-color, var(--_accent-ink));
    background: var(--visit-button-primary-background, var(--_accent));
    border-color: transparent;
  }
  .btn.danger {
    color: var(--_danger-ink);
    background: var(--_danger);
    border-color: transparent;
  }
  .btn.primary:hover,
  .btn.danger:hover {
    filter: brightness(0.94);
  }
  .btn.quiet {
    color: var(--_accent-text);
    background: none;
    border-color: transparent;
  }
  .btn.quiet:hover {
    background: var(--_accent-weak);
  }
  .btn.small {
    min-block-size: calc(var(--_target) * 0.8182);
    padding: calc(var(--_s) * 1.5) calc(var(--_s) * 3);
    position: relative;
  }
  /* A small button is 36 px high, with a touch target of 44 px. */
  .btn.small::after {
    content: '';
    position: absolute;
    inset-block: calc(var(--_target) * -0.0909);
    inset-inline: 0;
  }
  .btn:disabled,
  .btn[aria-disabled='true'] {
    color: var(--_muted);
    background: var(--_line);
    border-color: transparent;
    cursor: default;
    filter: none;
  }
  .btn.quiet:disabled {
    background: none;
  }
  /* Quiet buttons are aligned with the text around them. */
  .btn.start {
    /* Not beyond the padding of a page with large text. */
    margin-inline-start: max(calc(var(--_s) * -3), -12px);
  }
  .btn.end {
    margin-inline-end: max(calc(var(--_s) * -3), -12px);
  }
  .btn.wide {
    inline-size: 100%;
  }
`
