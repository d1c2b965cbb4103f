import { useEffect, useState } from 'react';

interface QuantityFieldProps {
  label: string;
  value: number;
  most: number;
  onChange(quantity: number): void;
}

/** Keeps what is being typed (a field may be empty for a moment) and hands on whole numbers in range only. */
export function QuantityField({ label, value, most, onChange }: QuantityFieldProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  return (
    <input
      className="quantity"
      type="number"
      inputMode="numeric"
      min={1}
      max={most}
      aria-label={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const quantity = Number(event.target.value);
        if (Number.isInteger(quantity) && quantity >= 1 && quantity <= most) {
          onChange(quantity);
        }
      }}
      onBlur={() => setText(String(value))}
    />
  );
}
