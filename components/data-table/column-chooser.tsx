'use client'

import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import { arrayMove, SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ChevronDown, ChevronUp, Columns3, GripVertical } from 'lucide-react'
import { columnSettings, type ArrangedColumn } from '@/lib/tables/table-settings'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { IconButton } from '../ui/icon-button'
import { Popover } from '../ui/popover'
import { Tooltip } from '../ui/tooltip'
import { useTableView } from './table-view'

/** Which columns are shown and in which order; kept for this admin. */
export function ColumnChooser() {
  const { columns, changeSettings } = useTableView()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const arrange = (next: ArrangedColumn[]) => changeSettings(columnSettings(next))
  const place = (id: unknown) => columns.findIndex(({ column }) => column.id === id)
  const move = (from: number, to: number) => arrange(arrayMove(columns, from, to))
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) move(place(active.id), place(over.id))
  }
  const show = (id: string, shown: boolean) =>
    arrange(columns.map((each) => (each.column.id === id ? { ...each, shown } : each)))
  return (
    <Popover
      label="Columns"
      align="end"
      className="w-80"
      trigger={
        <Button aria-label="Columns" title="Columns" className="w-[30px] px-0!">
          <Columns3 aria-hidden />
        </Button>
      }
    >
      <div className="flex items-center justify-between pb-2">
        <h2 className="font-semibold">Columns</h2>
        <Button look="quiet" onClick={() => changeSettings({ order: undefined, hidden: undefined })}>
          Reset
        </Button>
      </div>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
        <SortableContext items={columns.map(({ column }) => column.id)} strategy={verticalListSortingStrategy}>
          <ul>
            {columns.map((each, at) => (
              <ColumnLine
                key={each.column.id}
                {...each}
                onShow={(shown) => show(each.column.id, shown)}
                onUp={at > 0 ? () => move(at, at - 1) : undefined}
                onDown={at < columns.length - 1 ? () => move(at, at + 1) : undefined}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
    </Popover>
  )
}

function ColumnLine({
  column,
  shown,
  onShow,
  onUp,
  onDown,
}: ArrangedColumn & { onShow: (shown: boolean) => void; onUp?: () => void; onDown?: () => void }) {
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: column.id })
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={isDragging ? 'relative z-1 flex items-center bg-raised shadow-float' : 'flex items-center'}
    >
      <span {...listeners} aria-hidden className="grid h-7 w-6 cursor-grab touch-none place-items-center text-ink-2">
        <GripVertical className="icon" />
      </span>
      <Checkbox
        checked={shown}
        disabled={column.identity}
        onChange={onShow}
        label={
          column.identity ? (
            <Tooltip label="Names the row: always shown">
              <span>{column.title}</span>
            </Tooltip>
          ) : (
            column.title
          )
        }
      />
      <IconButton label={`${column.title}: up`} look="quiet" disabled={!onUp} onClick={onUp} className="size-7">
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton label={`${column.title}: down`} look="quiet" disabled={!onDown} onClick={onDown} className="size-7">
        <ChevronDown aria-hidden />
      </IconButton>
    </li>
  )
}
