import { css } from 'lit'

/** Who asks to join, over the controls of the stage; and the dialog in which guests are invited and removed. */
export const guestsStyles = css`
  .guest-notices {
    display: grid;
    gap: calc(var(--_s) * 2);
    max-block-size: min(45dvh, 260px);
    overflow-y: auto;
  }
  .guest-notice {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_s) * 2) calc(var(--_s) * 3);
    align-items: center;
    padding: calc(var(--_s) * 2.5) calc(var(--_s) * 3);
    color: var(--_ink);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .guest-notice > .tight {
    flex: 1 1 calc(var(--_s) * 56);
    min-inline-size: 0;
  }
  /* The body scrolls: nothing in it is squeezed. */
  dialog.guests .body > * {
    flex: none;
  }
  dialog.guests li {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_s) * 2) calc(var(--_s) * 3);
    align-items: center;
    padding-block: calc(var(--_s) * 2.5);
    border-block-end: 1px solid var(--_line);
  }
  dialog.guests li > .tight {
    flex: 1 1 calc(var(--_s) * 48);
    min-inline-size: 0;
  }
  dialog.guests ul {
    padding: 0;
    margin: 0;
    list-style: none;
  }
  dialog.guests .given {
    padding: calc(var(--_s) * 3);
    background: var(--_canvas);
    border-radius: var(--_radius);
  }
  dialog.guests .given output {
    display: block;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  dialog.guests .given output.secret {
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: calc(var(--_rem) * 1.1875);
    letter-spacing: 0.04em;
  }
`
