run "the_program_goes_into_user_data_as_it_is" {
  command = plan

  assert {
    condition     = output.script == file("files/fetch-pinned.sh") && startswith(output.script, "#!/usr/bin/env bash\n")
    error_message = "It is a program by itself, which its tests run."
  }
}
