import { Button } from './button'
import { DialogActions } from './dialog'
import { Notice } from './notice'

interface Props {
  /** What went wrong; shown here when it is about no single field. */
  wrong?: { field?: string; message: string }
  /** What submitting does. */
  verb: string
  disabled: boolean
  cancel: () => void
}

/** The end of a form in a dialog. */
export function FormEnd({ wrong, verb, disabled, cancel }: Props) {
  return (
    <>
      {wrong && !wrong.field && (
        <div role="alert">
          <Notice tone="bad">{wrong.message}</Notice>
        </div>
      )}
      <DialogActions>
        <Button onClick={cancel}>Cancel</Button>
        <Button type="submit" look="primary" disabled={disabled}>
          {verb}
        </Button>
      </DialogActions>
    </>
  )
}
