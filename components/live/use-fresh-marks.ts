'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { freshRows } from './live-state'

/**
 * Marks the rows that came while it is on, until others come.
 * @param ids of the rows that are shown, newest first
 * @param view another view's rows are not new
 */
export function useFreshMarks(on: boolean, ids: string[], view: string) {
  const before = useRef({ view, ids })
  const [fresh, setFresh] = useState<string[]>([])
  const key = ids.join()
  useLayoutEffect(() => {
    const last = before.current
    before.current = { view, ids: key === '' ? [] : key.split(',') }
    if (!on || last.view !== view) setFresh([])
    else {
      const came = freshRows(last.ids, before.current.ids)
      if (came.length > 0) setFresh(came)
    }
  }, [on, key, view])
  useLayoutEffect(() => {
    const rows = fresh.flatMap((id) => document.querySelector(`tr[data-row="${id}"]`) ?? [])
    for (const row of rows) row.setAttribute('data-fresh', '')
    return () => {
      for (const row of rows) row.removeAttribute('data-fresh')
    }
  }, [fresh])
}
