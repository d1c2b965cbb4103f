import { useId } from 'react';

interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email';
  autoComplete: string;
  value: string;
  errors?: string[] | undefined;
  onChange(value: string): void;
}

export function Field({ name, label, type = 'text', autoComplete, value, errors = [], onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        required
        value={value}
        aria-invalid={errors.length > 0}
        aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {errors.length > 0 && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {errors.join(' ')}
        </p>
      )}
    </div>
  );
}
